using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Reports a failure as an <see cref="InvalidOperationException"/>, which every test framework understands.</summary>
public class DefaultVerifier : IVerifier
{
    public DefaultVerifier()
        : this(ImmutableStack<string>.Empty)
    {
    }

    protected DefaultVerifier(ImmutableStack<string> context) =>
        Context = context ?? throw new ArgumentNullException(nameof(context));

    /// <summary>Where in the test the verifier is, the innermost step on top.</summary>
    protected ImmutableStack<string> Context { get; }

    public virtual void Empty<T>(string collectionName, IEnumerable<T> collection) =>
        True(!collection.Any(), $"'{collectionName}' should be empty but has {collection.Count()} elements.");

    public virtual void NotEmpty<T>(string collectionName, IEnumerable<T> collection) =>
        True(collection.Any(), $"'{collectionName}' should not be empty.");

    public virtual void Equal<T>(T expected, T actual, string? message = null) =>
        True(EqualityComparer<T>.Default.Equals(expected, actual), message ?? $"Expected '{expected}' but found '{actual}'.");

    public virtual void True([DoesNotReturnIf(false)] bool assert, string? message = null)
    {
        if (!assert)
        {
            Fail(message);
        }
    }

    public virtual void False([DoesNotReturnIf(true)] bool assert, string? message = null) => True(!assert, message);

    [DoesNotReturn]
    public virtual void Fail(string? message = null) => throw new InvalidOperationException(CreateMessage(message));

    public virtual void LanguageIsSupported(string language) =>
        True(language == LanguageNames.CSharp, $"The language '{language}' is not supported.");

    public virtual void SequenceEqual<T>(IEnumerable<T> expected, IEnumerable<T> actual, IEqualityComparer<T>? equalityComparer = null, string? message = null) =>
        True(
            expected.SequenceEqual(actual, equalityComparer),
            message ?? $"Expected ({string.Join(", ", expected)}) but found ({string.Join(", ", actual)}).");

    public virtual IVerifier PushContext(string context) => new DefaultVerifier(Context.Push(context));

    /// <summary>The text of a failure: the steps that led there, outermost first, then what is wrong.</summary>
    protected virtual string CreateMessage(string? message) =>
        string.Join(Environment.NewLine, Context.Reverse().Select(step => "Context: " + step).Append(message ?? "The assertion does not hold."));
}
