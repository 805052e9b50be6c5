/** What JSX becomes; the bundler adds this import to every file that holds JSX. */

export { Fragment, h } from "preact";
