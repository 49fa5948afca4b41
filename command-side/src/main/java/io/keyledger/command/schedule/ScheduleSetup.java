package io.keyledger.command.schedule;

import io.keyledger.kernel.expiry.NoticeDays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScheduleSetup {
    @Bean
    NoticeThresholds noticeThresholds() {
        return organizationId -> NoticeDays.DEFAULT;
    }
}
