import { render } from 'preact';

render(<p>Holdfast</p>, document.getElementById('app') as HTMLElement);
