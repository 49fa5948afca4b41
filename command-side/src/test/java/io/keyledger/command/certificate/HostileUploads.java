package io.keyledger.command.certificate;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Uploads that are nearly certificates: real ones with bytes changed, moved, cut, doubled, lengths blown up. */
final class HostileUploads {
    private static final List<byte[]> SEEDS = Stream.of("ec.pem", "rsa.pem", "pss.pem", "ed25519.pem", "chain.pem")
            .flatMap(file -> Stream.of(Samples.file(file), Samples.der(file)))
            .toList();
    private static final byte[] TELLING = {
        0x00, 0x02, 0x03, 0x06, 0x30, 0x31, 0x7f, (byte) 0x80, (byte) 0x84, (byte) 0xa0, (byte) 0xff
    };

    private final RandomGenerator random;

    HostileUploads(RandomGenerator random) {
        this.random = random;
    }

    byte[] next() {
        var upload = SEEDS.get(random.nextInt(SEEDS.size())).clone();
        for (int i = random.nextInt(6); i >= 0 && upload.length > 1; i--) {
            upload = mutated(upload);
        }
        return upload;
    }

    private byte[] mutated(byte[] upload) {
        var at = random.nextInt(upload.length);
        switch (random.nextInt(6)) {
            case 0 -> upload[at] = (byte) random.nextInt(256);
            case 1 -> upload[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> upload[at] = TELLING[random.nextInt(TELLING.length)];
            case 3 -> {
                return Arrays.copyOf(upload, at + 1);
            }
            case 4 -> {
                var count = Math.min(random.nextInt(64), upload.length - at);
                System.arraycopy(upload, random.nextInt(upload.length - count + 1), upload, at, count);
            }
            default -> {
                var more = new byte[random.nextInt(40)];
                random.nextBytes(more);
                return Samples.joined(Arrays.copyOf(upload, at), more, Arrays.copyOfRange(upload, at, upload.length));
            }
        }
        return upload;
    }
}
