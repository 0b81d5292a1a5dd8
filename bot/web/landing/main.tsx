import { createRoot } from 'react-dom/client';
import '../design/base.css';
import './landing.css';
import { LandingPage } from './LandingPage';

const root = document.getElementById('root');
if (root) createRoot(root).render(<LandingPage />);
