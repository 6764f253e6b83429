// What is said of an answer: the same words in the list of the header, on the page of results and to a screen reader.
(() => {
  "use strict";
  const search = (window.congkhaiSearch ??= {});

  const SHOWN = 40;
  const LONGEST = 80;

  const quoted = (text) => {
    const typed = text.trim();
    return `«${typed.length > LONGEST ? `${typed.slice(0, LONGEST)}…` : typed}»`;
  };

  // { text, count, many, notes, results, instead, sections, isPartial }: a line with the count, sentences about the answer,
  // the results that are shown, another query to try, the sections to look into when nothing was found, and whether to
  // offer another try, because a part of the index did not come.
  search.said = (answer, text, { isFiltered = false } = {}) => {
    const results = answer.results.slice(0, SHOWN);
    const isCut = answer.results.length > SHOWN;
    const many = `${isCut ? "hơn " : ""}${results.length} kết quả`;
    const notes = [];
    if (answer.overruled) notes.push(`Đang lọc theo ${search.inside(search.periodLabel(answer.overruled.by))}, không theo «${answer.overruled.asked}» trong câu tìm.`);
    if (answer.missing) {
      const instead = answer.isOfYear ? " Dưới đây là các báo cáo khác của năm ấy." : " Số liệu dưới đây là của kỳ mới nhất có số liệu.";
      const none = answer.isVague ? `Xin ghi rõ năm thay cho «${answer.missing}».` : `Không có báo cáo ${answer.missing}.`;
      notes.push(`${none}${results.length ? instead : ""}`);
    }
    if (answer.isPartial) notes.push(unreadNote(answer, results));
    // Nor does a query that is not understood say what the reports hold.
    const isNone = !results.length && !answer.isPartial && !answer.isVague;
    if (isNone && answer.more) notes.push("Các báo cáo mới không có nội dung này; báo cáo cũ hơn có thể có.");
    else if (isNone) {
      notes.push(isFiltered
        ? "Không có kết quả trong phạm vi đã chọn; xin thử bỏ bớt điều kiện lọc."
        : "Báo cáo không có nội dung này. Báo cáo chỉ nói về cải cách hành chính của cơ quan, theo các nhóm sau:");
    }
    return {
      text, count: counted(answer, text, many, isCut ? `, hiện ${SHOWN} kết quả đầu` : ""), many, notes, results, instead: answer.instead,
      isPartial: Boolean(answer.isPartial),
      sections: !isNone || answer.more ? [] : search.first.sections.map(({ id, number, label }) =>
        ({ label: `${number}. ${label}`, href: `${search.first.root.section}${id}/` })),
    };
  };

  // What could not be read says nothing about what it holds.
  function unreadNote({ unread }, results) {
    const isOther = results.some(({ unit }) => unit.kind === "row" && unit.period !== unread);
    if (unread) return `Không tải được báo cáo ${search.inside(search.periodLabel(unread))}.${isOther ? " Số liệu dưới đây là của kỳ mới nhất có số liệu." : ""}`;
    if (!results.length) return "Không tải được phần về các báo cáo trước nên chưa tìm được trong đó.";
    return "Không tải được phần về các báo cáo trước; dưới đây chỉ là những gì tìm được ở phần mới nhất.";
  }

  function counted(answer, text, many, shown = "") {
    if (!answer.results.length) return `${answer.more || answer.isPartial || answer.isVague ? "Chưa" : "Không"} tìm thấy ${quoted(text)}.`;
    if (answer.loose) return `Không có ${quoted(text)} đúng dấu; ${many} gần giống${shown}.`;
    const found = `${many.slice(0, 1).toUpperCase()}${many.slice(1)} cho ${quoted(answer.used)}${shown}.`;
    return answer.used === text ? found : `Không có ${quoted(text)}. ${found}`;
  }

  // What a step into the older reports brought, behind what is found in all; `isCut` when more was found at first than is shown.
  search.wentOn = (answer, text, { results, more }) => {
    const found = answer.results.length;
    const count = answer.isCut
      ? counted(answer, text, `hơn ${SHOWN} kết quả`, `, hiện ${found} kết quả`)
      : counted(answer, text, `${found} kết quả`);
    const added = results.length ? `Thêm ${results.length} kết quả từ các báo cáo cũ hơn.` : "";
    if (more) return `${count} ${added || "Chưa thấy thêm trong phần vừa tìm."} Còn báo cáo cũ hơn chưa tìm.`;
    return `${count} ${added ? `${added} ${search.ALL_READ}` : "Đã tìm hết các báo cáo cũ hơn, không có thêm."}`;
  };
  search.GO_ON = "Tìm tiếp trong các báo cáo cũ hơn";
  search.NOT_GONE_ON = "Không tải được báo cáo cũ hơn. Xin bấm lại để tìm tiếp.";
  search.ALL_READ = "Đã tìm hết các báo cáo cũ hơn.";

  // For the ear: the notes without what is a list for the eye.
  search.spoken = ({ count, notes, instead }) => {
    const meant = instead ? [`Có phải bạn muốn tìm ${quoted(instead)}?`] : [];
    return [count, ...notes.map((note) => note.replace(/, theo các nhóm sau:$/, ".")), ...meant].join(" ");
  };
})();
