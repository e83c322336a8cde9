package io.aifactory.contracts.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** Closes every path but health, reads who is calling from the bearer token, and says every refusal as a problem. */
@AutoConfiguration(before = {OAuth2ResourceServerAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AccessProperties.class)
@Import({CallerArguments.class, ProblemAdvice.class, UnhandledErrors.class})
class AccessAutoConfiguration {

    private static final String HEALTH = "/actuator/health/**";
    private static final String METRICS = "/actuator/prometheus";

    @Bean
    @ConditionalOnProperty("factory.access.public-key")
    JwtDecoder publicKeyTokens(AccessProperties properties) {
        return PublicKeyTokens.checkedWith(properties.publicKey());
    }

    @Bean
    ProblemResponses problemResponses(ObjectMapper json) {
        return new ProblemResponses(json);
    }

    /** A servlet that checks its callers itself brings a chain of its own, in front of these. */
    @Bean
    @Order(1)
    SecurityFilterChain openPaths(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher(HEALTH)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain closedPaths(HttpSecurity http, ObjectProvider<JwtDecoder> tokens, ProblemResponses problems)
            throws Exception {
        JwtDecoder decoder = tokens.getIfAvailable(() -> {
            throw new IllegalStateException(
                    "nothing to check tokens with: set factory.access.public-key (location of an RSA public key in PEM)"
                            + " or spring.security.oauth2.resourceserver.jwt.issuer-uri");
        });
        return stateless(http)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, METRICS)
                        .hasAnyAuthority(Caller.CORE_TEAM, Caller.MONITORING)
                        .requestMatchers("/actuator/**")
                        .hasAuthority(Caller.CORE_TEAM)
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(CallerToken::of)))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
