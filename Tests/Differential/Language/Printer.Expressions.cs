using System;
namespace Devmap.Tests.Differential.Language;

internal sealed partial class Printer
{
    private void WriteSimple(Statement statement)
    {
        switch (statement)
        {
            case Declare declare:
                Raw($"Item {declare.Local.Name} = ");
                Write(declare.Value);
                break;
            case Assign assign:
                Raw(assign.Local.Name + " = ");
                Write(assign.Value);
                break;
            case Swap swap:
                Raw($"({swap.Left.Name}, {swap.Right.Name}) = ({swap.Right.Name}, {swap.Left.Name})");
                break;
            case SetFlag flag:
                Raw((flag.IsDeclaration ? "bool " : "") + flag.Local.Name + " = ");
                Write(flag.Value);
                break;
            case DeclareNumber number:
                Raw((number.Value.Form == Form.GetStatus ? "Status " : "int ") + number.Local.Name + " = ");
                Write(number.Value);
                break;
            case Call call:
                Write(call);
                break;
            case Ignore ignore:
                Mark(ignore.Site, $"{ignore.Target.Name}.{ignore.Form}()");
                break;
            case Hold hold:
                Mark(hold.Site, $"{hold.Target.Name}.Hold(ref {hold.Flag.Name})");
                break;
            case Keep keep:
                Raw("_kept = " + keep.Local.Name);
                break;
            case Break:
                Raw("break");
                break;
            case Continue:
                Raw("continue");
                break;
            case Goto jump:
                Raw("goto " + jump.Label);
                break;
            case Return result:
                Write(result);
                break;
            case Throw @throw:
                Raw($"throw new {TypeOf(@throw.Exception)}()");
                break;
            case Rethrow:
                Raw("throw");
                break;
            case Fail:
                Raw("Pool.Fail()");
                break;
            default:
                throw new NotSupportedException(statement.GetType().Name);
        }
    }

    private void Write(Return result)
    {
        Raw("return");
        if (result.Item is not null)
        {
            Raw(" ");
            if (result.Item is Variable variable)
            {
                Mark(result.Site, variable.Local.Name);
            }
            else
            {
                Write(result.Item);
            }
        }
        else if (result.Bool is not null)
        {
            Raw(" ");
            Write(result.Bool);
        }
    }

    private void Write(Call call)
    {
        string name = call.Target.Name;
        switch (call.Operation)
        {
            case Operation.Give:
                Mark(call.Site, $"{Helpers.Of("Give", call.Site)}({name})");
                break;
            case Operation.Lend:
                Raw(Helpers.Of("Lend", call.Site) + "(");
                Mark(call.Site, name);
                Raw(")");
                break;
            default:
                if (call.Conditional)
                {
                    Raw(name + "?");
                    name = "";
                }

                Mark(call.Site, $"{name}.{call.Operation}()");
                break;
        }
    }

    private void Write(Reference reference)
    {
        switch (reference)
        {
            case Variable variable:
                Raw(variable.Local.Name);
                break;
            case Nothing:
                Raw("null");
                break;
            case Take take:
                Mark(take.Site, take.IsCreation ? "new Item()" : Helpers.Of("Take", take.Site) + "()");
                break;
            case Find find:
                Mark(find.Site, Helpers.Of("Find", find.Site) + "(n)");
                break;
            case Coalesce coalesce:
                Raw(coalesce.Left.Name + " ?? ");
                Write(coalesce.Right);
                break;
            case Pick pick:
                Raw("(");
                Write(pick.Test);
                Raw(" ? ");
                Write(pick.Then);
                Raw(" : ");
                Write(pick.Else);
                Raw(")");
                break;
            default:
                throw new NotSupportedException(reference.GetType().Name);
        }
    }

    private void Write(Condition condition)
    {
        switch (condition)
        {
            case Input input:
                Raw(input.Name);
                break;
            case Flag flag:
                Raw(flag.Local.Name);
                break;
            case Constant constant:
                Raw(constant.Value ? "true" : "false");
                break;
            case More:
                Raw("Pool.More()");
                break;
            case Not not:
                Raw("!(");
                Write(not.Operand);
                Raw(")");
                break;
            case Both both:
                Pair(both.Left, " && ", both.Right);
                break;
            case Either either:
                Pair(either.Left, " || ", either.Right);
                break;
            case Same same:
                Pair(same.Left, same.Equal ? " == " : " != ", same.Right);
                break;
            case Choice choice:
                Raw("(");
                Write(choice.Test);
                Raw(" ? ");
                Write(choice.Then);
                Raw(" : ");
                Write(choice.Else);
                Raw(")");
                break;
            case Comparison comparison:
                Raw("(");
                Write(comparison.Left);
                Raw($" {comparison.Operator} {NumberText(comparison.Left, comparison.Right)})");
                break;
            case NullTest test:
                Raw("(" + test.Local.Name + (test.IsNull, test.Style % 3) switch
                {
                    (true, 0) => " == null",
                    (true, _) => " is null",
                    (false, 0) => " != null",
                    (false, 1) => " is not null",
                    _ => " is { }",
                } + ")");
                break;
            case Acquired acquired:
                Write(acquired);
                break;
            case Taken taken:
                Mark(taken.Site, $"Pool.TryTake(out {taken.Target.Name})");
                break;
            default:
                throw new NotSupportedException(condition.GetType().Name);
        }
    }

    private void Pair(Condition left, string @operator, Condition right)
    {
        Raw("(");
        Write(left);
        Raw(@operator);
        Write(right);
        Raw(")");
    }

    private void Write(Acquired acquired)
    {
        Form form = acquired.Form;
        string call = $"{acquired.Target.Name}.{form}()";
        Raw("(");
        if (form == Form.IsGone)
        {
            Raw(acquired.Style % 2 == 0 ? "!" : "");
            Mark(acquired.Site, call);
            Raw(acquired.Style % 2 == 0 ? ")" : " == false)");
            return;
        }

        Mark(acquired.Site, call);
        Raw(Forms.IsBool(form)
            ? (acquired.Style % 4) switch { 1 => " == true", 2 => " is true", 3 => " != false", _ => "" }
            : Forms.Success(form, acquired.Style));
        Raw(")");
    }

    private void Write(Number number)
    {
        switch (number)
        {
            case NumberInput:
                Raw("n");
                break;
            case NumberLocal local:
                Raw(local.Local.Name);
                break;
            case Answer answer:
                Mark(answer.Site, $"{answer.Target.Name}.{answer.Form}()");
                break;
            default:
                throw new NotSupportedException(number.GetType().Name);
        }
    }
}
