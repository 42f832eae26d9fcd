package openlines.simulator

import org.yaml.snakeyaml.LoaderOptions
import org.yaml.snakeyaml.Yaml
import org.yaml.snakeyaml.constructor.SafeConstructor

/** The portal's contract as it lies among the test's resources. */
class Contract {

    /** Methods by name: what begins with an underscore is none. */
    static Map<String, Map> methods(String file) {
        load(file).findAll { name, _ -> !name.startsWith('_') } as Map<String, Map>
    }

    static Map load(String file) {
        def options = new LoaderOptions()
        options.maxAliasesForCollections = 1000
        Contract.getResourceAsStream("/contract/${file}.yaml").withCloseable {
            new Yaml(new SafeConstructor(options)).load(it) as Map
        }
    }
}
