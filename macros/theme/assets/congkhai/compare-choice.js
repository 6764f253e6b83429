// Two periods in a form: in one list each, or where there are many, by their place in a year and by their year.
const values = (list) => [...list.options].map((option) => option.value);

// Lists run from the newest to the oldest.
const oneList = (form) => ({
  isByYear: false,
  offers: (name, period) => values(form.elements[name]).includes(period),
  chosen: (name) => form.elements[name].value,
  choose: (name, period) => {
    form.elements[name].value = period;
  },
  isEarlier: (first, second) => {
    const order = values(form.elements.sau);
    return order.indexOf(first) > order.indexOf(second);
  },
});

const yearAndPlace = (period) => [period.slice(0, 4), period.slice(5)];

const byYear = (form) => {
  const lists = (name) => [form.elements[`${name}-nam`], form.elements[`${name}-ky`]];
  return {
    isByYear: true,
    offers: (name, period) => {
      const parts = yearAndPlace(period);
      return lists(name).every((list, n) => values(list).includes(parts[n]));
    },
    chosen: (name) => lists(name).map((list) => list.value).join("-"),
    choose: (name, period) => {
      const parts = yearAndPlace(period);
      for (const [n, list] of lists(name).entries()) list.value = parts[n];
    },
    isEarlier: (first, second) => {
      const [[year, place], [otherYear, otherPlace]] = [yearAndPlace(first), yearAndPlace(second)];
      if (year !== otherYear) return year < otherYear;
      const order = values(lists("sau")[1]);
      return order.indexOf(place) > order.indexOf(otherPlace);
    },
  };
};

const choice = (form) => (form.hasAttribute("data-by-year") ? byYear(form) : oneList(form));

export { choice };
