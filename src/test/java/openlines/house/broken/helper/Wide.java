package openlines.house.broken.helper;

/** Wants too much. */
public class Wide {
    public Wide(int a, int b, int c, int d, int e, int f, int g) {}
}
