"""The command `congkhai`: the seam for staff and reviewers.

Exit status: 0 clean, 1 errors in the project, 2 wrong usage, 130 interrupted.
"""

import gc
import sys

# Most of what a command makes it needs to its end: to look for garbage as often as Python does finds next to none, and
# takes a twentieth of the time.
_GARBAGE = (5_000, 10, 10)
_INTERRUPTED = 130  # the exit status of a command that Ctrl+C has ended


def main(arguments: list[str] | None = None) -> None:
    """Run the command; ends the process with its exit status."""
    gc.set_threshold(*_GARBAGE)
    # Nothing of ours is loaded above: Ctrl+C while it is being loaded gets its sentence too.
    try:
        # A Windows console may not be UTF-8; a letter it lacks must not end the command.
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        from macros.commands.line import run

        run(arguments)
    except KeyboardInterrupt:
        # What prints otherwise may not be there yet.
        print("Đã dừng theo yêu cầu (Ctrl+C).", file=sys.stderr)
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
