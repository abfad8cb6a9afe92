using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>Reads one clause: <c>target[.member] verb options</c>. It stops at the first thing that it cannot read.</summary>
internal sealed class ClauseReader
{
    private readonly List<ClauseToken> _tokens;
    private readonly DocumentationId _id;
    private readonly ImmutableArray<ClauseOption>.Builder _options = ImmutableArray.CreateBuilder<ClauseOption>();
    private int _next;

    /// <param name="tokens">The clause; not empty.</param>
    /// <param name="id">Of whom it speaks.</param>
    public ClauseReader(List<ClauseToken> tokens, DocumentationId id)
    {
        _tokens = tokens;
        _id = id;
    }

    /// <summary>Why there is no clause.</summary>
    public ContractFileProblem? Problem { get; private set; }

    public ContractClause? Read()
    {
        int targetAt = _next;
        string target = "this";
        ClauseToken? member = null;
        if (!IsAboutTheWhole())
        {
            target = Next("a target");
            if (Problem is null && Accept("."))
            {
                member = ReadMember();
            }
        }

        int verbAt = _next;
        ContractWord word = ReadVerb();
        while (Problem is null && _next < _tokens.Count)
        {
            word = ReadOption(word);
        }

        if (Problem is null && member is { } named && !ClauseVerbs.MayNameMember(word))
        {
            Fail(named.Span, $"only 'acquires' and 'releases' can speak of a member of '{target}'");
        }

        if (Problem is null && word is ContractWord.HasTrait or ContractWord.RejectsTrait && !Has("Trait"))
        {
            Fail(_tokens[verbAt].Span, $"'{_tokens[verbAt].Text}' needs to be told which: 'trait=…'");
        }

        return Problem is null ? Place(word, target, targetAt, verbAt) : null;
    }

    private ContractClause? Place(ContractWord word, string target, int targetAt, int verbAt)
    {
        bool isParameter = target is not ("this" or "new" or "return");
        string name = target.TrimStart('@');
        if (isParameter && !SyntaxFacts.IsValidIdentifier(name))
        {
            Fail(_tokens[targetAt].Span, $"'{target}' is no target: 'this', 'return', 'new' or the name of a parameter");
            return null;
        }

        if (ClausePlaces.Of(word, target, _id) is not { } place)
        {
            Fail(_tokens[verbAt].Span, $"'{target} {_tokens[verbAt].Text}' means nothing for {Noun()}");
            return null;
        }

        var span = TextSpan.FromBounds(_tokens[0].Span.Start, _tokens[_tokens.Count - 1].Span.End);
        return new ContractClause(word, place, isParameter ? name : null, _options.ToImmutable(), span);
    }

    private string Noun() => _id.Kind switch
    {
        'M' => _id.IsConstructor ? "a constructor" : "a method",
        'P' => "a property",
        'F' => "a field",
        'T' => "a type",
        _ => "an assembly",
    };

    /// <summary><c>trusted</c> and <c>borrowed by default</c> need no target; a parameter of that name is followed by a verb.</summary>
    private bool IsAboutTheWhole() =>
        (Peek(0) == "trusted" && (_tokens.Count == 1 || ClauseVerbs.Of(Peek(1)) == ContractWord.None && Peek(1) != "."))
        || (Peek(0) == "borrowed" && Peek(1) == "by" && Peek(2) == "default");

    private ClauseToken? ReadMember()
    {
        ClauseToken? first = null;
        var path = new List<string>();
        do
        {
            string part = Next("the name of a member");
            if (Problem is not null)
            {
                return null;
            }

            ClauseToken token = _tokens[_next - 1];
            if (!SyntaxFacts.IsValidIdentifier(part.TrimStart('@')))
            {
                Fail(token.Span, $"'{part}' is no name of a member");
                return null;
            }

            first ??= token;
            path.Add(part.TrimStart('@'));
        }
        while (Accept("."));

        _options.Add(new ClauseOption("Member", string.Join(".", path)));
        return first;
    }

    private ContractWord ReadVerb()
    {
        string verb = Next("a verb");
        if (Problem is not null)
        {
            return ContractWord.None;
        }

        ContractWord word = ClauseVerbs.Of(verb);
        if (word == ContractWord.None)
        {
            Fail(_tokens[_next - 1].Span, $"'{verb}' is no verb{Suggestion(verb, ClauseVerbs.All)}");
        }
        else if (word == ContractWord.BorrowedRef && Peek(0) == "by" && Peek(1) == "default")
        {
            _next += 2;
            word = ContractWord.BorrowedByDefault;
        }
        else if (word == ContractWord.RunsAtDispose)
        {
            Expect("at");
            Expect("dispose");
        }

        return word;
    }

    private ContractWord ReadOption(ContractWord word)
    {
        ClauseToken option = _tokens[_next++];
        if (option.Text == "when" && ClauseVerbs.MayHaveCondition(word))
        {
            ReadCondition(word, option);
        }
        else if (option.Text == "or" && ClauseVerbs.MayThrowOtherwise(word))
        {
            Expect("throws");
            Set("ThrowsOtherwise", "", option);
        }
        else if (Peek(0) != "=" && ClauseVerbs.FlagOf(word, option.Text) is { } flag)
        {
            Set(flag, "", option);
        }
        else
        {
            // What is tested, a reference or a quality, is told by the option.
            if (word == ContractWord.RefTest && option.Text == "trait" && !Has("Kind"))
            {
                word = ContractWord.TraitTest;
            }

            ReadValue(word, option);
        }

        return word;
    }

    private void ReadCondition(ContractWord word, ClauseToken option)
    {
        string first = Next("a condition");
        if (Problem is not null)
        {
            return;
        }

        // 'when true', or 'when success true' with a parameter, which may be called as it likes.
        string condition = first;
        if (ConditionOf(Peek(0)) is not null)
        {
            if (word == ContractWord.KeptBy)
            {
                Fail(_tokens[_next - 1].Span, "'kept' can only ask for the answer of the call itself");
                return;
            }

            condition = _tokens[_next++].Text;
            Set("WhenParameter", first.TrimStart('@'), option);
        }

        if (ConditionOf(condition) is { } when)
        {
            Set("When", when.ToString(), option);
        }
        else if (Problem is null)
        {
            Fail(_tokens[_next - 1].Span, $"'{condition}' is no condition{Suggestion(condition, ClauseVerbs.Conditions)}");
        }
    }

    private void ReadValue(ContractWord word, ClauseToken option)
    {
        if (ClauseVerbs.PropertyOf(word, option.Text) is not { } property)
        {
            Fail(option.Span, option.Text == ";" ? "clauses are separated by ','"
                : ClauseVerbs.AllOptions.Contains(option.Text) ? $"'{option.Text}' is no option of this verb"
                : $"'{option.Text}' is no option{Suggestion(option.Text, ClauseVerbs.AllOptions)}");
            return;
        }

        Expect("=");
        string value = Next("a value");
        while (Problem is null && Accept("."))
        {
            value += "." + Next("a value");
        }

        if (Problem is not null)
        {
            return;
        }

        ClauseToken last = _tokens[_next - 1];
        if (property == "Flag" && BitsOf(value) is null)
        {
            Fail(last.Span, $"'{value}' is no number");
        }
        else if (value == "=")
        {
            Fail(last.Span, "there is one '=' too many");
        }
        else
        {
            Set(property, value == "null" && property == "From" ? null : property is "Kind" or "Trait" or "Flag" ? value : value.TrimStart('@'), option);
        }
    }

    /// <summary>A number as C# writes it, decimal or hexadecimal.</summary>
    internal static long? BitsOf(string text)
    {
        text = text.Replace("_", "");
        bool isHex = text.StartsWith("0x", System.StringComparison.OrdinalIgnoreCase);
        return isHex
            ? long.TryParse(text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long bits) ? bits : null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
    }

    private static RefCondition? ConditionOf(string word)
    {
        int index = ClauseVerbs.Conditions.IndexOf(word);
        return index < 0 ? null : (RefCondition)index;
    }

    private static string Suggestion(string word, ImmutableArray<string> known) =>
        NearestName.OfSlip(word, known) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    private void Set(string property, string? value, ClauseToken option)
    {
        if (Problem is null && Has(property))
        {
            Fail(option.Span, $"'{option.Text}' is said twice");
        }
        else if (Problem is null)
        {
            _options.Add(new ClauseOption(property, value));
        }
    }

    private bool Has(string property)
    {
        foreach (ClauseOption option in _options)
        {
            if (option.Property == property)
            {
                return true;
            }
        }

        return false;
    }

    private string Peek(int ahead) => _next + ahead < _tokens.Count ? _tokens[_next + ahead].Text : "";

    private bool Accept(string text)
    {
        if (Peek(0) != text)
        {
            return false;
        }

        _next++;
        return true;
    }

    private void Expect(string text)
    {
        if (Problem is null && !Accept(text))
        {
            Fail(_next < _tokens.Count ? _tokens[_next].Span : End, $"'{text}' is missing after '{_tokens[_next - 1].Text}'");
        }
    }

    private string Next(string what)
    {
        if (Problem is null && _next < _tokens.Count)
        {
            return _tokens[_next++].Text;
        }

        Fail(End, $"{what} is missing after '{_tokens[_tokens.Count - 1].Text}'");
        return "";
    }

    private TextSpan End => _tokens[_tokens.Count - 1].Span;

    private void Fail(TextSpan span, string message) => Problem ??= new ContractFileProblem(span, message);
}
