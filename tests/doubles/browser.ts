/** The strict run-times for a page: one classic script that puts both on the window. */

import { StrictScorm12 } from "./scorm12";
import { StrictScorm2004 } from "./scorm2004";

Object.assign(window, { StrictScorm12, StrictScorm2004 });
