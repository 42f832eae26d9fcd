/** Not null-marked. */
@Deprecated
package openlines.house.broken.helper;
