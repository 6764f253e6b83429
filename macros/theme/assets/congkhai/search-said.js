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

  // { count, many, notes, results, instead, sections }: a line with the count, sentences about the answer, the results
  // that are shown, another query to try, and the sections to look into when nothing was found.
  search.said = (answer, text, { isFiltered = false } = {}) => {
    const results = answer.results.slice(0, SHOWN);
    const isCut = answer.results.length > SHOWN;
    const many = `${isCut ? "hơn " : ""}${results.length} kết quả`;
    const notes = [];
    if (answer.missing) {
      const instead = answer.isOfYear ? " Dưới đây là các báo cáo khác của năm ấy." : " Số liệu dưới đây là của kỳ mới nhất có số liệu.";
      notes.push(`Không có báo cáo ${answer.missing}.${results.length ? instead : ""}`);
    }
    if (answer.isPartial) notes.push("Không tải được phần về các báo cáo trước; dưới đây chỉ là những gì tìm được ở phần mới nhất.");
    if (!results.length) {
      notes.push(isFiltered
        ? "Không có kết quả trong phạm vi đã chọn; xin thử bỏ bớt điều kiện lọc."
        : "Báo cáo không có nội dung này. Báo cáo chỉ nói về cải cách hành chính của cơ quan, theo các nhóm sau:");
    }
    return {
      count: counted(answer, text, many, isCut), many, notes, results, instead: answer.instead,
      sections: results.length ? [] : search.first.sections.map(({ id, number, label }) =>
        ({ label: `${number}. ${label}`, href: `${search.first.root.section}${id}/` })),
    };
  };

  function counted(answer, text, many, isCut) {
    if (!answer.results.length) return `Không tìm thấy ${quoted(text)}.`;
    if (answer.loose) return `Không có ${quoted(text)} đúng dấu; ${many} gần giống${isCut ? `, hiện ${SHOWN} kết quả đầu` : ""}.`;
    const found = `${many.slice(0, 1).toUpperCase()}${many.slice(1)} cho ${quoted(answer.used)}${isCut ? `, hiện ${SHOWN} kết quả đầu` : ""}.`;
    return answer.used === text ? found : `Không có ${quoted(text)}. ${found}`;
  }

  // For the ear: the notes without what is a list for the eye.
  search.spoken = ({ count, notes, instead }) => {
    const meant = instead ? [`Có phải bạn muốn tìm ${quoted(instead)}?`] : [];
    return [count, ...notes.map((note) => note.replace(/, theo các nhóm sau:$/, ".")), ...meant].join(" ");
  };
})();
