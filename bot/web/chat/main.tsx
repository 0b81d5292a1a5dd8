import { createRoot } from 'react-dom/client';
import '../design/base.css';
import './chat.css';
import { ChatPage } from './ChatPage';

const root = document.getElementById('root');
if (root) createRoot(root).render(<ChatPage />);
