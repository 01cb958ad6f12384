import CMS from '@sveltia/cms';
import { cmsConfig, type FormOptions } from '#src/redaction/cms-config.ts';
import { FILE_FORMS, formatOf } from '#src/redaction/file-forms.ts';
import { formFaults } from '#src/redaction/form-faults.ts';
import { type FileForm, openFile, saveFile } from '#src/redaction/form-file.ts';
import { openedFolder, reopenedFolder } from './folder.ts';
import { askBeforeLeaving, nothingToLose } from './leave.ts';

/** What the page says to the form. */
interface PageOptions {
  readonly folder: FormOptions;
  readonly repository?: FormOptions;
}

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element « ${id} »`);
  return found;
};
const options = JSON.parse(element('options').textContent) as PageOptions;

for (const [name, form] of FILE_FORMS) {
  CMS.registerCustomFormat(formatOf(name), form.shape === 'markdown' ? 'md' : 'yaml', {
    fromFile: (text) => openFile(form, text),
    toFile: (content) => checkedFile(form, content as Record<string, unknown>),
  });
}

/** The text to write; the package shows why there is none when the error bears this name. */
function checkedFile(form: FileForm, content: Readonly<Record<string, unknown>>): string {
  const refuse = (why: string) => new Error('saving_failed', { cause: new Error(why) });
  let text: string;
  try {
    text = saveFile(form, content);
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error));
  }
  const faults = formFaults(form, text);
  if (faults.length > 0) throw refuse(faults.join('\n'));
  nothingToLose();
  return text;
}

/** French from the first visit, and a key that closes nothing unsaved; who chose otherwise in the settings keeps it. */
function firstSettings(): void {
  const key = 'sveltia-cms.prefs';
  localStorage.setItem(
    key,
    localStorage.getItem(key) ?? JSON.stringify({ locale: 'fr', closeWithEscape: false }),
  );
}

const USER = 'sveltia-cms.user';

function start(chosen: FormOptions): Promise<void> {
  firstSettings();
  askBeforeLeaving();
  element('accueil').remove();
  return CMS.init({
    config: cmsConfig(chosen) as unknown as NonNullable<Parameters<typeof CMS.init>[0]>['config'] & object,
  });
}

/** Opens the form on a folder of this computer, as if it were the package's own place for trials. */
async function startOn(folder: FileSystemDirectoryHandle): Promise<void> {
  const root = { getDirectoryHandle: () => Promise.resolve(folder) };
  Object.defineProperty(navigator.storage, 'getDirectory', { value: () => Promise.resolve(root) });
  localStorage.setItem(USER, JSON.stringify({ backendName: 'test-repo' }));
  await start(options.folder);
}

function say(message: string): void {
  element('message').textContent = message;
}

async function open(how: () => Promise<FileSystemDirectoryHandle | string>): Promise<void> {
  say('');
  const folder = await how();
  if (typeof folder === 'string') say(folder);
  else await startOn(folder);
}

const canOpenFolders = 'showDirectoryPicker' in window;
const folderButton = element('dossier');
const repositoryButton = document.getElementById('depot');
element('sans-dossier').hidden = canOpenFolders;
folderButton.hidden = !canOpenFolders;
folderButton.addEventListener('click', () => void open(openedFolder));
repositoryButton?.addEventListener('click', () => {
  const { repository } = options;
  if (!repository) return;
  // The last visit may have been on a folder.
  if (localStorage.getItem(USER)?.includes('test-repo')) localStorage.removeItem(USER);
  void start(repository);
});

const again = canOpenFolders ? await reopenedFolder() : undefined;
if (again) {
  const button = element('reouvrir');
  button.hidden = false;
  button.addEventListener('click', () => void open(again));
}
