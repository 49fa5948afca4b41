package io.keyledger.command.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.problem.InvalidValue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever is uploaded is a certificate or a verdict, and soon. The build tries some; a million by
 * {@code ./mvnw -pl command-side -am test -Dtest=CertificatesProperties -Dsurefire.failIfNoSpecifiedTests=false
 * -DargLine=-Dkeyledger.mutations=1000000}.
 */
class CertificatesProperties {
    private static final int MUTATIONS = Integer.getInteger("keyledger.mutations", 100_000);
    private static final int IN_ONE_TRY = 100;
    private static final Duration SLOWEST = Duration.ofSeconds(1);
    /** What else the machine does is none of a parser's time. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @Property(tries = 10)
    void anyMutationIsReadOrRefusedWithinASecond(@ForAll long seed) {
        var uploads = new HostileUploads(new Random(seed));
        for (int i = 0; i < MUTATIONS / 10; i += IN_ONE_TRY) {
            var begin = CPU.getCurrentThreadCpuTime();
            for (int j = 0; j < IN_ONE_TRY; j++) {
                readOrRefused(uploads.next());
            }
            assertThat(Duration.ofNanos(CPU.getCurrentThreadCpuTime() - begin)).isLessThan(SLOWEST);
        }
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] upload) {
        readOrRefused(upload);
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String upload) {
        try {
            assertThat(Certificates.read(upload)).isNotNull();
        } catch (InvalidValue expected) {
            assertThat(expected.refusals()).hasSize(1);
        }
    }

    private static void readOrRefused(byte[] upload) {
        try {
            assertThat(Certificates.read(upload).der()).isNotEmpty();
        } catch (InvalidValue expected) {
            assertThat(expected.refusals()).hasSize(1);
        }
    }
}
