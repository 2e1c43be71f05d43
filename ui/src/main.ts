import "./styles/face.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { mount } from "svelte";
import App from "./App.svelte";

// The typeface is a file of ours and comes at once; waiting a moment for it saves a flash of another.
const faces = Promise.all([400, 600, 700].map((weight) => document.fonts.load(`${weight} 15px "Source Sans 3"`)));
await Promise.race([faces, new Promise((resolve) => setTimeout(resolve, 250))]);
mount(App, { target: document.getElementById("app")! });
