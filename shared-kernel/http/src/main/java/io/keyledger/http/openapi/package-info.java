/**
 * The published contract, OpenAPI 3.1 at {@code /api/openapi.json}, made of what serves the requests: the mappings of
 * Spring MVC, the resource tables, the error codes.
 *
 * <p>What a newcomer has to do:
 *
 * <ul>
 *   <li>A resource in {@link io.keyledger.http.resources.Resources} and its reads: nothing.
 *   <li>A mapping of the usual form, {@code POST} on a plural name, {@code PATCH} or {@code DELETE} on one of it, below
 *       another resource or not: nothing, or {@link io.keyledger.http.openapi.Described} for codes of its own.
 *   <li>Any other mapping below {@code /api}, {@code /oauth} or {@code /.well-known}:
 *       {@link io.keyledger.http.openapi.Described}; without it the document is not made, and a test fails.
 *   <li>What a filter answers, and the shape of bodies that no table has: a bean of
 *       {@link io.keyledger.http.openapi.ContractPart}.
 * </ul>
 */
@NullMarked
package io.keyledger.http.openapi;

import org.jspecify.annotations.NullMarked;
