import { createRoot } from 'react-dom/client';
import '../design/base.css';
import './dialogs.css';
import { DialogsPage } from './DialogsPage';

const root = document.getElementById('root');
if (root) createRoot(root).render(<DialogsPage />);
