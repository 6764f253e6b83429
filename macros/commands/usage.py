"""How the command line explains itself in Vietnamese: help with our headings, and what is wrong with what was typed."""

import re
from collections.abc import Iterable

import click

from macros.problems.problem import nearest

_RANGE = re.compile(r"\s+\[[^\]]*<=?x[^\]]*\]$")


class VietnameseCommand(click.Command):
    """A command whose help has Vietnamese headings."""

    def format_usage(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(context.command_path, " ".join(self.collect_usage_pieces(context)), prefix="Cách dùng: ")

    def format_arguments(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        self._format_parameters("Tham số", click.Argument, context, formatter)

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        self._format_parameters("Tùy chọn", click.Option, context, formatter)
        if isinstance(self, click.Group):
            self.format_commands(context, formatter)

    def _format_parameters(
        self, heading: str, kind: type[click.Parameter], context: click.Context, formatter: click.HelpFormatter
    ) -> None:
        chosen = [parameter for parameter in self.get_params(context) if isinstance(parameter, kind)]
        records = [record for parameter in chosen if (record := parameter.get_help_record(context))]
        if records:
            with formatter.section(heading):
                # Click writes a range of numbers as mathematics; our words say it.
                formatter.write_dl([(name, _RANGE.sub("", words)) for name, words in records])

    def get_help_option(self, context: click.Context) -> click.Option | None:
        option = super().get_help_option(context)
        if option is not None:
            option.help = "In trợ giúp này rồi thoát."
        return option

    def collect_usage_pieces(self, context: click.Context) -> list[str]:
        words = {"[OPTIONS]": "[TÙY CHỌN]", "COMMAND [ARGS]...": "LỆNH …"}
        return [words.get(piece, piece) for piece in super().collect_usage_pieces(context)]


class VietnameseGroup(VietnameseCommand, click.Group):
    """The group of commands."""

    command_class = VietnameseCommand

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Các lệnh"):
            formatter.write_dl([(name, self.commands[name].get_short_help_str(200)) for name in self.commands])


def usage_message(error: click.UsageError, commands: Iterable[str]) -> str:
    """What is wrong with the command line, in Vietnamese."""
    match error:
        case click.NoSuchOption():
            known = [name for param in error.ctx.command.params for name in param.opts] if error.ctx else []
            near = nearest(error.option_name, known)
            return f"không có tùy chọn “{error.option_name}”." + (f" Có phải là “{near}”?" if near else "")
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            return f"thiếu {name}."
        case click.BadParameter():
            name = error.param.opts[0] if error.param else ""
            return f"giá trị của {name} không hợp lệ: {_value_message(error)}"
        # A flag that is given a value is told by Click as wrongly used too, and by its words alone.
        case click.BadOptionUsage() if "does not take a value" in error.message:
            return f"tùy chọn “{error.option_name}” không nhận giá trị."
        case click.BadOptionUsage():
            return f"tùy chọn “{error.option_name}” thiếu giá trị."
    words = error.message.split("'")
    if error.message.startswith("No such command") and len(words) > 1:
        near = nearest(words[1], commands)
        return f"không có lệnh “{words[1]}”." + (f" Có phải là “{near}”?" if near else "")
    if error.message.startswith("Got unexpected extra argument"):
        return f"thừa chữ {error.message[error.message.index('(') :]} sau lệnh."
    if error.message == "Missing command.":
        return "thiếu tên lệnh."
    return error.message


def _value_message(error: click.BadParameter) -> str:
    if error.param is not None and isinstance(error.param.type, click.Choice):
        return f"chọn một trong: {', '.join(map(str, error.param.type.choices))}."
    if error.param is not None and isinstance(error.param.type, click.IntRange):
        return f"cần một số từ {error.param.type.min} đến {error.param.type.max}."
    return error.message
