/** What is in files and pictures, and the links that give it out. */
@NullMarked
package openlines.simulator.file;

import org.jspecify.annotations.NullMarked;
