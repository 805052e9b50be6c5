/** The player of a SCORM 2004 package, 3rd and 4th edition. */

import { scorm2004 } from "./lms/scorm2004";
import { start } from "./start";

start(scorm2004);
