package openlines.house.broken.helper;

/** Lives in a package that names nothing. */
public class Helper {}
