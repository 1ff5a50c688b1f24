// Looks words up in search.json, which the generator writes: documents, and for each stem pairs of
// a document's place and a weight. Endings are cut off more bluntly here than in the generator, so
// every stem that starts with the typed word counts.
(function () {
  "use strict";

  const input = document.getElementById("query");
  const list = document.getElementById("hits");
  const root = document.body.dataset.root;
  let index = null;

  async function load() {
    if (index === null) {
      const response = await fetch(root + "search.json");
      index = await response.json();
    }
    return index;
  }

  function score(index, words) {
    const scores = new Map();
    for (const [stem, postings] of Object.entries(index.terms)) {
      if (!words.some((word) => stem.startsWith(word))) {
        continue;
      }
      const rarity = Math.log(1 + index.documents.length / (postings.length / 2));
      for (let i = 0; i < postings.length; i += 2) {
        const place = postings[i];
        const weight = (rarity * postings[i + 1]) / index.documents[place].length;
        scores.set(place, (scores.get(place) || 0) + weight);
      }
    }
    return [...scores.entries()].sort((a, b) => b[1] - a[1]).slice(0, 8);
  }

  function show(index, hits) {
    list.replaceChildren();
    for (const [place] of hits) {
      const page = index.documents[place];
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = root + page.url;
      link.textContent = page.title;
      item.append(link, " ", page.summary);
      list.append(item);
    }
  }

  input.addEventListener("input", async () => {
    const words = input.value.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) || [];
    const loaded = await load();
    show(loaded, words.length === 0 ? [] : score(loaded, words));
  });
})();
