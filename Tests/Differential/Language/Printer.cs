using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Tests.Differential.Language;

/// <summary>Prints methods as C#, and notes where each of their sites came to stand.</summary>
internal sealed partial class Printer
{
    private readonly StringBuilder _text = new();
    private Dictionary<TextSpan, int> _sites = new();
    private Method? _method;
    private int _indent = 1;

    /// <summary>The text printed so far.</summary>
    public string Text => _text.ToString();

    public static string Print(Method method)
    {
        var printer = new Printer();
        printer.Write(method, "M");
        return printer.Text;
    }

    /// <summary>Text around the methods.</summary>
    public void Raw(string text) => _text.Append(text);

    /// <summary>Appends the method. Returns what it covers, and its sites by the place where a diagnostic would stand.</summary>
    public (TextSpan Span, Dictionary<TextSpan, int> Sites) Write(Method method, string name)
    {
        _sites = new Dictionary<TextSpan, int>();
        _method = method;
        int start = _text.Length;
        string result = method.Result switch
        {
            Result.Item => "Item",
            Result.Bool => "bool",
            _ => "void",
        };
        Indent($"public {result} {name}(Item lent, Item other, ");
        Raw(method.Consumes ? "[ReleasesRef] Item " : "Item ");
        Mark(Method.ConsumedSite, "mine");
        Raw(", bool a, bool b, bool c, int n, int m)\n");
        Write(method.Body);
        return (TextSpan.FromBounds(start, _text.Length), _sites);
    }

    private void Write(Block block)
    {
        Line("{");
        _indent++;
        foreach (Statement statement in block.Statements)
        {
            Write(statement);
        }

        _indent--;
        Line("}");
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case If branch:
                Compound(() =>
                {
                    Raw("if (");
                    Write(branch.Condition);
                    Raw(")");
                });
                Write(branch.Then);
                if (branch.Else is not null)
                {
                    Line("else");
                    Write(branch.Else);
                }

                break;
            case Found found:
                Compound(() =>
                {
                    Raw(found.IsLoop ? "while (" : "if (");
                    Mark(found.Site, Helpers.Of("Find", found.Site) + "(n)");
                    Raw($" is {{ }} {found.Local.Name})");
                });
                Write(found.Body);
                break;
            case Switch @switch:
                Write(@switch);
                break;
            case Loop loop:
                Write(loop);
                break;
            case Try @try:
                Write(@try);
                break;
            case Using @using:
                Compound(() =>
                {
                    Raw("using (Item ");

                    // The release that nobody wrote stands at the declarator.
                    Mark(@using.Site, () =>
                    {
                        Raw(@using.Local.Name + " = ");
                        Write(@using.Value);
                    });
                    Raw(")");
                });
                Write(@using.Body);
                break;
            case Labelled labelled:
                Write(labelled.Body);
                Line(labelled.Label + ": ;");
                break;
            default:
                Compound(() =>
                {
                    WriteSimple(statement);
                    Raw(";");
                });
                break;
        }
    }

    private void Write(Switch @switch)
    {
        Compound(() =>
        {
            Raw("switch (");
            Write(@switch.Value);
            Raw(")");
        });
        Line("{");
        _indent++;
        foreach (Section section in @switch.Sections)
        {
            Line(section.Label is { } label ? $"case {NumberText(@switch.Value, label)}:" : "default:");
            _indent++;
            Write(section.Body);
            if (CanEnd(section.Body))
            {
                Line("break;");
            }

            _indent--;
        }

        _indent--;
        Line("}");
    }

    private void Write(Loop loop)
    {
        switch (loop.Kind)
        {
            case LoopKind.While:
                Compound(() =>
                {
                    Raw("while (");
                    Write(loop.Condition);
                    Raw(")");
                });
                Write(loop.Body);
                break;
            case LoopKind.Do:
                Line("do");
                Write(loop.Body);
                Compound(() =>
                {
                    Raw("while (");
                    Write(loop.Condition);
                    Raw(");");
                });
                break;
            case LoopKind.For:
                Line($"for (int i{_indent} = 0; i{_indent} < {(loop.IsBoundedByInput ? "n" : "m")}; i{_indent}++)");
                Write(loop.Body);
                break;
            default:
                Line($"foreach (int each{_indent} in Pool.Numbers())");
                Write(loop.Body);
                break;
        }
    }

    private void Write(Try @try)
    {
        Line("try");
        Write(@try.Body);
        foreach (Handler handler in @try.Handlers)
        {
            Compound(() =>
            {
                Raw(handler.Exception == ExceptionKind.Any ? "catch" : $"catch ({TypeOf(handler.Exception)})");
                if (handler.Filter is not null)
                {
                    Raw(" when (");
                    Write(handler.Filter);
                    Raw(")");
                }
            });
            Write(handler.Body);
        }

        if (@try.Finally is not null)
        {
            Line("finally");
            Write(@try.Finally);
        }
    }

    private static string TypeOf(ExceptionKind exception) => exception switch
    {
        ExceptionKind.InvalidOperation => "InvalidOperationException",
        ExceptionKind.Argument => "ArgumentException",
        _ => "Exception",
    };

    /// <summary>Whether the end of the block can be reached, as far as the compiler looks.</summary>
    public static bool CanEnd(Block block) => block.Statements.IsEmpty || block.Statements[^1] switch
    {
        Break or Continue or Return or Throw or Rethrow or Goto => false,
        If { Else: { } otherwise } branch => CanEnd(branch.Then) || CanEnd(otherwise),
        Try attempt => (attempt.Finally is not { } last || CanEnd(last)) && attempt.Blocks[..(attempt.Handlers.Length + 1)].Any(CanEnd),
        Using @using => CanEnd(@using.Body),
        _ => true,
    };

    private void Mark(int site, string text) => Mark(site, () => Raw(text));

    private void Mark(int site, Action write)
    {
        int start = _text.Length;
        write();
        _sites.Add(TextSpan.FromBounds(start, _text.Length), site);
    }

    private void Indent(string text) => _text.Append(' ', 4 * _indent).Append(text);

    private void Line(string text)
    {
        Indent(text);
        Raw("\n");
    }

    private void Compound(Action write)
    {
        Indent("");
        write();
        Raw("\n");
    }

    private static string NumberText(Number value, int number) => value is Answer { Form: Form.GetStatus } or NumberLocal { Form: Form.GetStatus }
        ? "Status." + (number switch { 0 => "Ok", 1 => "Busy", _ => "Gone" })
        : number.ToString(CultureInfo.InvariantCulture);
}
