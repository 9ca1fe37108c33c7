// All dialogs and drawers, as one part of the page that is fetched after the first screen has been drawn.

export { CardComparison } from '../compare/CardComparison.tsx';
export { LoomSplitView } from '../compare/LoomSplitView.tsx';
export { ContentsPage } from '../contents/ContentsPage.tsx';
export { KeptToast } from '../keeping/KeptToast.tsx';
export { AddColumnDialog } from '../node/AddColumnDialog.tsx';
export { DropColumnDialog } from '../node/DropColumnDialog.tsx';
export { KnownVersions } from '../node/KnownVersions.tsx';
export { PartBar } from '../node/PartBar.tsx';
export { ReadDialog } from '../node/ReadDialog.tsx';
export { WriteDialog } from '../node/WriteDialog.tsx';
export { ChangeTableDialog } from '../operator/ChangeTableDialog.tsx';
export { PassedToast } from '../operator/PassedToast.tsx';
export { Presenter } from '../presenter/Presenter.tsx';
export { DrawerContents } from '../shell/DrawerContents.tsx';
export { HelpDialog } from '../shell/HelpDialog.tsx';
export { ImpossibleDialog } from '../transport/ImpossibleDialog.tsx';
export { Palette } from '../transport/Palette.tsx';
export { TimePanel } from '../transport/TimePanel.tsx';
