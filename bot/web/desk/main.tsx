import { createRoot } from 'react-dom/client';
import '../design/base.css';
import './desk.css';
import './followups/followups.css';
import './telephone/telephone.css';
import { DeskPage } from './DeskPage';

const root = document.getElementById('root');
if (root) createRoot(root).render(<DeskPage />);
