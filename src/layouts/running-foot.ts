/** The foot of each printed page (impression.css) says its page's title; without this script, the publication's name. */
document.documentElement.style.setProperty('--titre-courant', JSON.stringify(document.title));
