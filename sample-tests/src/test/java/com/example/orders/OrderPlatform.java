package com.example.orders;

import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What all tests of this team need, in one annotation. */
@AivenProject(cloud = "aws-eu-west-1", tags = "team=orders")
@AivenPostgres(name = "orders", databases = "orders")
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface OrderPlatform {}
