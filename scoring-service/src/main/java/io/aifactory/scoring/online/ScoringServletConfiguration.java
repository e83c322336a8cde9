package io.aifactory.scoring.online;

import io.aifactory.scoring.endpoint.KeyCheck;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the online path beside Spring MVC, not behind it. */
@Configuration(proxyBeanMethods = false)
class ScoringServletConfiguration {

    @Bean
    ServletRegistrationBean<ScoringServlet> scoringServlet(
            KeyCheck keys, OnlineScoring scoring, ScoringMeters meters, OnlineProperties properties) {
        var registration = new ServletRegistrationBean<>(
                new ScoringServlet(keys, scoring, meters, properties), ScoringEndpoint.ROOT + "/*");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
