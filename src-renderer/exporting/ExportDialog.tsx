// Asks how the issue is to be set for paper, writes the PDF and says where it is, or opens it to be printed.
import { Checkbox, RadioGroup } from 'radix-ui';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { errorMessage } from '../../src-core/strings/error-messages';
import type { Direction, Paper } from '../../src-core/ipc/contract';
import type { ExportNotes } from '../../src-core/ipc/export-choices';
import { closeDialog } from '../state/dialogs';
import {
  beginExport,
  cancelExport,
  chooseExport,
  exportPdf,
  printIssue,
  revealFile,
  useExporting,
} from '../state/exporting';
import { useLanguage, useStrings } from '../strings/use-strings';
import { Dialog } from '../ui/Dialog';
import { ProgressBar } from '../ui/ProgressBar';

const directions: readonly Direction[] = ['vertical', 'horizontal'];
const papers: readonly Paper[] = ['A4', 'A3', 'A5', 'B5', 'tabloid'];
const notePlaces: readonly ExportNotes[] = ['head', 'end', 'none'];

/** Shows the dialog in the state which the export is in. */
export function ExportDialog(): ReactNode {
  const strings = useStrings();
  const { status, purpose } = useExporting();
  return (
    <Dialog
      title={purpose === 'print' ? strings.room.print.title : strings.exporting.title}
      onClose={closeDialog}
    >
      {status === 'running' && <Running />}
      {status === 'written' && <Written />}
      {status === 'printing' && <Printing />}
      {(status === 'choosing' || status === 'failed') && <Choices />}
    </Dialog>
  );
}

function Choices(): ReactNode {
  const strings = useStrings();
  const language = useLanguage();
  const { choices, error, purpose } = useExporting();
  const { exporting, room } = strings;
  const isPrint = purpose === 'print';
  return (
    <>
      <Options
        label={exporting.direction}
        value={choices.direction}
        options={directions.map((value) => ({ value, name: exporting[value] }))}
        onChoose={(direction) => chooseExport({ direction })}
      />
      <Options
        label={exporting.paper}
        value={choices.paper}
        options={papers.map((value) => ({ value, name: value === 'tabloid' ? 'Tabloid' : value }))}
        onChoose={(paper) => chooseExport({ paper })}
      />
      <fieldset>
        <legend>{exporting.content}</legend>
        <CheckOption
          label={exporting.annotations}
          isChecked={choices.annotations}
          onChange={(annotations) => chooseExport({ annotations })}
        />
        <CheckOption
          label={exporting.index}
          isChecked={choices.index}
          onChange={(index) => chooseExport({ index })}
        />
        <CheckOption
          label={exporting.markedPagesOnly}
          isChecked={choices.markedPagesOnly}
          onChange={(markedPagesOnly) => chooseExport({ markedPagesOnly })}
        />
      </fieldset>
      <Options
        label={exporting.notes}
        value={choices.notes}
        options={notePlaces.map((value) => ({ value, name: exporting.notePlaces[value] }))}
        onChoose={(notes) => chooseExport({ notes })}
      />
      {isPrint && <p className="muted">{room.print.where}</p>}
      {error !== null && (
        <p className="failure" role="alert">
          {errorMessage(error, language)}
        </p>
      )}
      <footer>
        <button type="button" className="text-button is-outlined" onClick={closeDialog}>
          {strings.cancel}
        </button>
        <button
          type="button"
          className="text-button is-primary"
          data-primary
          onClick={() => void (isPrint ? printIssue() : exportPdf())}
        >
          {isPrint ? room.print.button : exporting.choose}
        </button>
      </footer>
    </>
  );
}

function Running(): ReactNode {
  const strings = useStrings();
  const progress = useExporting((state) => state.progress);
  const { page, pages } = progress ?? { page: 0, pages: 0 };
  return (
    <>
      <ProgressBar label={strings.exporting.running(page, pages)} done={page} total={pages} />
      <footer>
        <button type="button" className="text-button is-outlined" onClick={cancelExport}>
          {strings.cancel}
        </button>
      </footer>
    </>
  );
}

function Written(): ReactNode {
  const strings = useStrings();
  const written = useExporting((state) => state.written);
  if (written === null) return null;
  return (
    <>
      <p role="status">
        {strings.exporting.written} <strong className="path">{written.file}</strong>
      </p>
      <p className="muted">{strings.exporting.done(written.pages, written.annotations)}</p>
      {written.missingCharacters.length > 0 && (
        <p role="status">{strings.exporting.missing(written.missingCharacters.join(' '))}</p>
      )}
      <footer>
        <button type="button" className="text-button is-outlined" onClick={() => beginExport('file')}>
          {strings.exporting.again}
        </button>
        <button
          type="button"
          className="text-button is-outlined"
          onClick={() => void revealFile(written.token)}
        >
          {strings.exporting.reveal}
        </button>
        <button type="button" className="text-button is-primary" autoFocus onClick={closeDialog}>
          {strings.done}
        </button>
      </footer>
    </>
  );
}

function Printing(): ReactNode {
  const { room, done } = useStrings();
  const pages = useExporting((state) => state.printed);
  return (
    <>
      <p role="status">{room.print.opened(pages)}</p>
      <footer>
        <button type="button" className="text-button is-primary" autoFocus onClick={closeDialog}>
          {done}
        </button>
      </footer>
    </>
  );
}

function Options<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly onChoose: (value: T) => void;
}): ReactNode {
  const { label, value, options, onChoose } = props;
  return (
    <fieldset>
      <legend>{label}</legend>
      <RadioGroup.Root
        className="segments"
        aria-label={label}
        value={value}
        onValueChange={(chosen) => {
          const option = options.find((candidate) => candidate.value === chosen);
          if (option !== undefined) onChoose(option.value);
        }}
      >
        {options.map((option) => (
          <RadioGroup.Item key={option.value} value={option.value} className="segment">
            {option.name}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </fieldset>
  );
}

function CheckOption(props: {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}): ReactNode {
  return (
    <label className="check-option">
      <Checkbox.Root
        className="check-box"
        checked={props.isChecked}
        onCheckedChange={(checked) => props.onChange(checked === true)}
      >
        <Checkbox.Indicator>
          <Check size={14} aria-hidden="true" />
        </Checkbox.Indicator>
      </Checkbox.Root>
      {props.label}
    </label>
  );
}
