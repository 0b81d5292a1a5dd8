import { createRoot } from 'react-dom/client';
import '../design/base.css';
import './phone.css';
import { PhonePage } from './PhonePage';

const root = document.getElementById('root');
if (root) createRoot(root).render(<PhonePage />);
