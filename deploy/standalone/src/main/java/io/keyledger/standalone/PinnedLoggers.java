package io.keyledger.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Keeps libraries from logging what a request brought, whatever levels the operator sets: the server logs request lines
 * and parameters, Spring addresses and bodies, drivers the values of statements. A library logs INFO and above; a few,
 * which log no values, DEBUG too; the server WARN and above, because at INFO it quotes what it could not read; what
 * nothing answers is not logged at all. The
 * loggers of this service log at every level.
 */
final class PinnedLoggers implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    private static final List<String> OWN = List.of("io.keyledger");
    private static final List<String> UP_TO_DEBUG = List.of(
            "com.zaxxer.hikari.pool",
            "org.springframework.beans",
            "org.springframework.boot",
            "org.springframework.context",
            "org.springframework.jdbc.core.JdbcTemplate",
            "org.springframework.jdbc.support",
            "org.springframework.transaction");
    private static final List<String> FROM_WARN = List.of("org.apache.coyote", "org.apache.tomcat");
    private static final List<String> FROM_ERROR = List.of("org.springframework.web.servlet.PageNotFound");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.addTurboFilter(new Lowest());
            context.addListener(new AfterReset());
        }
    }

    /** After the levels are set: setting them removes the filters. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    /** The lowest level that a logger may log. */
    static Level lowest(String logger) {
        if (isBelow(OWN, logger)) {
            return Level.TRACE;
        }
        if (isBelow(FROM_ERROR, logger)) {
            return Level.ERROR;
        }
        if (isBelow(FROM_WARN, logger)) {
            return Level.WARN;
        }
        return isBelow(UP_TO_DEBUG, logger) ? Level.DEBUG : Level.INFO;
    }

    private static boolean isBelow(List<String> names, String logger) {
        return names.stream().anyMatch(name -> logger.equals(name) || logger.startsWith(name + '.'));
    }

    /** Asked at each log statement, also of a level that is off: most are, so the name is looked at last. */
    private static final class Lowest extends TurboFilter {
        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable failure) {
            var isOn = level.isGreaterOrEqual(logger.getEffectiveLevel());
            return isOn && !level.isGreaterOrEqual(lowest(logger.getName())) ? FilterReply.DENY : FilterReply.NEUTRAL;
        }
    }

    /** A configuration file that is read again, as one with {@code scan} is, removes the filters. */
    private static final class AfterReset implements LoggerContextListener {
        @Override
        public boolean isResetResistant() {
            return true;
        }

        @Override
        public void onReset(LoggerContext context) {
            context.addTurboFilter(new Lowest());
        }

        @Override
        public void onStart(LoggerContext context) {}

        @Override
        public void onStop(LoggerContext context) {}

        @Override
        public void onLevelChange(Logger logger, Level level) {}
    }
}
