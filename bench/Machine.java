package bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the figures were measured on. */
final class Machine {
    private Machine() {}

    static Map<String, Object> describe(Postgres postgres) throws Exception {
        var machine = new LinkedHashMap<String, Object>();
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("java", Runtime.version().toString());
        machine.put("postgresql", postgres.one("postgres", "show server_version"));
        for (var setting : new String[] {"fsync", "synchronous_commit", "shared_buffers"}) {
            machine.put(setting, postgres.one("postgres", "show " + setting));
        }
        System.out.println(machine);
        return machine;
    }
}
