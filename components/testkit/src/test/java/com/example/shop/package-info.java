/** The program and the tests that the README shows. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
