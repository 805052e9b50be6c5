/** The player of a SCORM 1.2 package. */

import { scorm12 } from "./lms/scorm12";
import { start } from "./start";

start(scorm12);
