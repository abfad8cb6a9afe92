using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A diagnostic that a test expects. Immutable: every <c>With</c> method returns a changed copy.</summary>
public readonly struct DiagnosticResult
{
    public static readonly DiagnosticResult[] EmptyDiagnosticResults = [];

    /// <summary>A diagnostic known by its id and severity; its message is not compared unless one is given.</summary>
    public DiagnosticResult(string id, DiagnosticSeverity severity)
    {
        Id = id;
        Severity = severity;
        Spans = [];
    }

    /// <summary>A diagnostic of a rule: its message is compared, so the arguments of the format must be given.</summary>
    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(descriptor.Id, descriptor.DefaultSeverity) => MessageFormat = descriptor.MessageFormat;

    public string Id { get; private init; }

    public DiagnosticSeverity Severity { get; private init; }

    public DiagnosticOptions Options { get; private init; }

    /// <summary>The location, then the additional locations in order; empty: the diagnostic has no location.</summary>
    public ImmutableArray<DiagnosticLocation> Spans { get => field.IsDefault ? [] : field; private init; }

    public bool HasLocation => !Spans.IsEmpty;

    public LocalizableString? MessageFormat { get; private init; }

    public object?[]? MessageArguments { get; private init; }

    /// <summary>Whether the diagnostic is silenced in the source; <see langword="null"/>: not compared.</summary>
    public bool? IsSuppressed { get; private init; }

    /// <summary>The message, <see langword="null"/> if it is not compared.</summary>
    /// <exception cref="ArgumentException">The message format has more or fewer places than arguments were given.</exception>
    public string? Message => MessageIsIgnored ? null : GivenMessage ?? FormatMessage();

    /// <summary>Whether <see cref="Message"/> can be asked for.</summary>
    internal bool HasCompleteMessage => MessageIsIgnored || GivenMessage is not null || MessageFormat is null || CountPlaces() == (MessageArguments ?? []).Length;

    private string? GivenMessage { get; init; }

    private bool MessageIsIgnored { get; init; }

    public static DiagnosticResult CompilerError(string identifier) => new(identifier, DiagnosticSeverity.Error);

    public static DiagnosticResult CompilerWarning(string identifier) => new(identifier, DiagnosticSeverity.Warning);

    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    public DiagnosticResult WithOptions(DiagnosticOptions options) => this with { Options = options };

    /// <summary>Gives the arguments of the rule's message format.</summary>
    public DiagnosticResult WithArguments(params object[] arguments) => this with { MessageArguments = arguments };

    /// <summary>Gives the whole message; <see langword="null"/>: the message is not compared.</summary>
    public DiagnosticResult WithMessage(string? message) => this with { GivenMessage = message, MessageIsIgnored = message is null };

    public DiagnosticResult WithMessageFormat(LocalizableString messageFormat) => this with { MessageFormat = messageFormat };

    public DiagnosticResult WithIsSuppressed(bool? isSuppressed) => this with { IsSuppressed = isSuppressed };

    public DiagnosticResult WithNoLocation() => this with { Spans = [] };

    /// <summary>Adds a start in the first source file; line and column count from one, the length is not compared.</summary>
    public DiagnosticResult WithLocation(int line, int column) => WithLocation(string.Empty, line, column);

    public DiagnosticResult WithLocation(LinePosition location) => WithLocation(string.Empty, location);

    public DiagnosticResult WithLocation(string path, int line, int column) =>
        WithLocation(path, new LinePosition(line - 1, column - 1));

    public DiagnosticResult WithLocation(string path, LinePosition location) =>
        WithLocation(path, location, DiagnosticLocationOptions.None);

    public DiagnosticResult WithLocation(string path, LinePosition location, DiagnosticLocationOptions options) =>
        WithSpan(new FileLinePositionSpan(path, location, location), options | DiagnosticLocationOptions.IgnoreLength);

    /// <summary>Adds the span marked <c>{|#markupKey:...|}</c> in one of the files.</summary>
    public DiagnosticResult WithLocation(int markupKey) => WithLocation(markupKey, DiagnosticLocationOptions.None);

    public DiagnosticResult WithLocation(int markupKey, DiagnosticLocationOptions options)
    {
        var key = new LinePosition(0, markupKey);
        return WithSpan(new FileLinePositionSpan(string.Empty, key, key), options | DiagnosticLocationOptions.InterpretAsMarkupKey);
    }

    /// <summary>Adds a span in the first source file; lines and columns count from one, the end is exclusive.</summary>
    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan(string.Empty, startLine, startColumn, endLine, endColumn);

    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan(new FileLinePositionSpan(path, new LinePosition(startLine - 1, startColumn - 1), new LinePosition(endLine - 1, endColumn - 1)));

    public DiagnosticResult WithSpan(FileLinePositionSpan span) => WithSpan(span, DiagnosticLocationOptions.None);

    public DiagnosticResult WithSpan(FileLinePositionSpan span, DiagnosticLocationOptions options) =>
        this with { Spans = Spans.Add(new DiagnosticLocation(span, options)) };

    /// <summary>Puts <paramref name="path"/> where a location names no file.</summary>
    public DiagnosticResult WithDefaultPath(string path) => WithSpans(location =>
        location.IsMarkupKey || location.Span.Path.Length > 0
            ? location
            : new DiagnosticLocation(new FileLinePositionSpan(path, location.Span.Span), location.Options));

    /// <summary>Moves every location down by <paramref name="offset"/> lines.</summary>
    public DiagnosticResult WithLineOffset(int offset) => WithSpans(location =>
        location.IsMarkupKey
            ? location
            : new DiagnosticLocation(
                new FileLinePositionSpan(location.Span.Path, Shift(location.Span.StartLinePosition, offset), Shift(location.Span.EndLinePosition, offset)),
                location.Options));

    public override string ToString() => ExpectationFormatter.Describe(this);

    /// <summary>Replaces the numbers of markup spans by the places where they stand.</summary>
    internal DiagnosticResult WithMarkupKeysResolved(IReadOnlyDictionary<string, FileLinePositionSpan> spans)
    {
        var id = Id;
        return WithSpans(location =>
        {
            if (!location.IsMarkupKey)
            {
                return location;
            }

            var key = "#" + location.Span.StartLinePosition.Character.ToString(CultureInfo.InvariantCulture);
            return spans.TryGetValue(key, out var span)
                ? new DiagnosticLocation(span, location.Options & ~DiagnosticLocationOptions.InterpretAsMarkupKey)
                : throw new InvalidOperationException($"{id} is expected at '{{|{key}:...|}}', which no file contains.");
        });
    }

    private static LinePosition Shift(LinePosition position, int lines) => new(position.Line + lines, position.Character);

    private DiagnosticResult WithSpans(Func<DiagnosticLocation, DiagnosticLocation> change) =>
        this with { Spans = [.. Spans.Select(change)] };

    /// <summary>The number of different arguments that the message format asks for.</summary>
    private int CountPlaces() =>
        Regex.Matches(MessageFormat!.ToString(CultureInfo.InvariantCulture), @"\{([0-9]+)[^}]*\}")
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .Count();

    private string? FormatMessage()
    {
        if (MessageFormat is null)
        {
            return null;
        }

        var format = MessageFormat.ToString(CultureInfo.InvariantCulture);
        var arguments = MessageArguments ?? [];
        return HasCompleteMessage
            ? string.Format(CultureInfo.InvariantCulture, format, arguments)
            : throw new ArgumentException(
                $"The message of {Id} has {CountPlaces()} arguments but {arguments.Length} were given: " +
                $"use WithArguments, or WithMessage(null) to leave the message out. The format: {format}");
    }
}
