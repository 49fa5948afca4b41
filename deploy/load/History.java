import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Measures a PATCH of an app before and after it has been changed and used very often. Arguments: address of the
 * service, token of the owner, id of the app, form of its token request, how many changes, how many revoked tokens.
 */
public class History {
    private static final int MEASURED = 200;
    private static final int AT_ONCE = 16;
    private static final Pattern TOKEN = Pattern.compile("\"access_token\" *: *\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;
    private final String app;
    private final String form;

    private History(String[] args) {
        url = args[0];
        token = args[1];
        app = args[2];
        form = args[3];
    }

    public static void main(String[] args) throws Exception {
        var history = new History(args);
        var changes = Integer.parseInt(args[4]);
        var revocations = Integer.parseInt(args[5]);
        history.times();
        report("PATCH of a fresh app", history.times());
        history.inParallel(revocations, number -> history.revoke());
        report("after " + revocations + " revoked tokens", history.times());
        history.inParallel(changes, number -> history.rename("Name " + number));
        report("after " + changes + " changes, too", history.times());
    }

    private static void report(String what, List<Long> times) {
        System.out.printf(
                "%s: p50 %.1f ms, p95 %.1f ms of %d%n",
                what, times.get(MEASURED / 2) / 1e6, times.get(MEASURED * 95 / 100) / 1e6, MEASURED);
    }

    /** Of the measured requests, in nanoseconds, the shortest first. */
    private List<Long> times() throws Exception {
        var times = new ArrayList<Long>();
        for (int i = 0; i < MEASURED; i++) {
            var before = System.nanoTime();
            rename("Measured " + before);
            times.add(System.nanoTime() - before);
        }
        return times.stream().sorted().toList();
    }

    private void inParallel(int times, Task task) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = IntStream.range(0, times).<Callable<Void>>mapToObj(number -> () -> {
                        task.run(number);
                        return null;
                    })
                    .toList();
            for (var one : threads.invokeAll(all)) {
                one.get();
            }
        }
    }

    private void rename(String name) throws Exception {
        var body = "{\"data\":{\"type\":\"api_credentials\",\"id\":\"" + app + "\",\"attributes\":{\"name\":\"" + name
                + "\"}}}";
        send(HttpRequest.newBuilder(URI.create(url + "/api/api_credentials/" + app))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/vnd.api+json")
                .header("Accept", "application/vnd.api+json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    private void revoke() throws Exception {
        var answer = TOKEN.matcher(post("/oauth/token", form));
        if (!answer.find()) {
            throw new IllegalStateException("no token");
        }
        post("/oauth/revoke", form.replace("grant_type=client_credentials", "token=" + answer.group(1)));
    }

    private String post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) throws Exception {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private interface Task {
        void run(int number) throws Exception;
    }
}
