package openlines.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"openlines " + (version == null ? "(unpackaged)" : version), "Java " + Runtime.version()};
    }
}
