// The keyboard's focus, which is lost with an element that is replaced.

const FOCUSABLE = "a[href], button, summary";

/**
 * What holds the focus within an element that is about to go. Gives what hands it on to its like in another: the same
 * link or button of the same record, else the place's first fold.
 */
export function focusOf(going) {
  const focused = document.activeElement;
  if (!going.contains(focused)) return () => {};
  const marks = (each) => JSON.stringify([each.tagName, each.getAttribute("href"), each.closest("[data-id]")?.dataset.id]);
  const like = (place) => [...place.querySelectorAll(FOCUSABLE)].filter((each) => marks(each) === marks(focused));
  const at = like(going).indexOf(focused); // a link may stand there twice
  return (place) => {
    const found = like(place);
    (found[at] ?? found.at(-1) ?? place.querySelector("summary"))?.focus({ preventScroll: true });
  };
}
