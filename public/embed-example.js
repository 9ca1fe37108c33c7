// How a page speaks to a figure in it: docs/embedding.md has the whole protocol.

const figure = document.getElementById('figure');
const said = document.getElementById('said');
let asked = 0;

document.querySelector('.buttons').addEventListener('click', ({ target }) => {
  const { call, at, theme } = target.dataset;
  if (call === undefined) return;
  asked += 1;
  const message = { schemerge: 1, id: asked, call };
  if (at !== undefined) message.at = Number(at);
  if (theme !== undefined) message.theme = theme;
  figure.contentWindow.postMessage(message, window.location.origin);
});

window.addEventListener('message', ({ source, data }) => {
  if (source !== figure.contentWindow || data?.schemerge !== 1) return;
  if (data.event === 'answer' && !data.ok) {
    said.textContent = data.problem;
  } else {
    const { place } = data;
    said.textContent = `${place.beat === null ? '' : `Beat ${place.beat + 1}. `}Step ${place.step} of ${place.steps}.`;
  }
});
