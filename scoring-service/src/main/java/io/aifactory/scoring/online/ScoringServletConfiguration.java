package io.aifactory.scoring.online;

import io.aifactory.scoring.endpoint.KeyCheck;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;

/** Puts the online path beside Spring MVC, not behind it. */
@Configuration(proxyBeanMethods = false)
class ScoringServletConfiguration {

    /** The servlet checks its callers itself, so no security filter stands before it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain scoringPath() {
        return new DefaultSecurityFilterChain(request -> ScoringEndpoint.ROOT.equals(request.getServletPath()));
    }

    @Bean
    ServletRegistrationBean<ScoringServlet> scoringServlet(
            KeyCheck keys, OnlineScoring scoring, ScoringMeters meters, OnlineProperties properties) {
        var registration = new ServletRegistrationBean<>(
                new ScoringServlet(keys, scoring, meters, properties), ScoringEndpoint.ROOT + "/*");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
