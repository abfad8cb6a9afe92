using System;

namespace Devmap.Analyzers.Options;

/// <summary>A key of the analyzer configuration, and what may be written for it.</summary>
internal abstract class Option
{
    protected Option(string key, string allowed)
    {
        Key = key;
        Allowed = allowed;
    }

    public string Key { get; }

    /// <summary>What may be written, for the middle of a sentence.</summary>
    public string Allowed { get; }

    public abstract bool Allows(string text);
}

/// <inheritdoc cref="Option"/>
internal sealed class Option<T> : Option
{
    private readonly Func<string, (bool IsValid, T Value)> _parse;

    public Option(string key, string allowed, T @default, Func<string, (bool IsValid, T Value)> parse)
        : base(key, allowed)
    {
        Default = @default;
        _parse = parse;
    }

    /// <summary>What holds where nothing, or nothing that is allowed, is written.</summary>
    public T Default { get; }

    public override bool Allows(string text) => _parse(text.Trim()).IsValid;

    /// <param name="text">What is written; <see langword="null"/>: nothing.</param>
    public T Parse(string? text) => text is not null && _parse(text.Trim()) is (true, var value) ? value : Default;
}
