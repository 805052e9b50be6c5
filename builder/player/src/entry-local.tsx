/** The player of the preview: no LMS to look for. */

import { start } from "./start";

start(null);
