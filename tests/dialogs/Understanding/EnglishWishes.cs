namespace ServiceBot.Dialogs.Tests.Understanding;

/// <summary>What English customers write and what they want, in the notation of <see cref="KoreanWishes"/>.</summary>
internal static class EnglishWishes
{
    public const string Rows = """
        I want to return something | return
        return | return
        returns | return
        I'd like to return my kettle please | return
        can I return this? | return
        I need to send this back | return
        how do I return an item | return
        wanna return the shoes i bought | return
        retrun my order pls | return
        I want to retunr the lamp | return
        Hi, I would like to return the wall clock from order #W6067464 | return
        please start a return for me | return
        Hey, could you help me return some items? | return
        returning an item | return
        I want to send back the headphones | return
        I bought a tablet last week and want to return it | return
        these shoes don't fit, I want to return them | return
        I changed my mind and would like to return the chair | return
        My kettle arrived broken | return
        the screen is cracked | return
        it won't turn on | return
        the speaker doesn't work | return
        they sent me the wrong item | return
        this isn't what I ordered | return
        I received a defective blender | return
        item arrived damaged | return
        I want to give it back | return
        need a return label | return
        take it back please | return
        I'd like to initiate a return for two items | return
        refund please | refund
        I want a refund | refund
        I want my money back | refund
        give me my money back | refund
        can I get a refund | refund
        i need a refnud asap | refund
        please refund me | refund
        I demand a full refund | refund
        how do I get a refund | refund
        requesting a refund for my purchase | refund
        I'd like to be reimbursed | refund
        where is my refund | refund.status
        where's my refund? | refund.status
        when will I get my refund | refund.status
        when do I get my money back? | refund.status
        I haven't received my refund yet | refund.status
        I still haven't gotten my money back | refund.status
        what's the status of my refund | refund.status
        has my refund been processed | refund.status
        still waiting for my refund | refund.status
        my refund hasn't come through | refund.status
        any update on my refund? | refund.status
        I returned it two weeks ago and I'm still waiting for the refund | refund.status
        have I been refunded yet | refund.status
        checking on my refund | refund.status
        how long does a refund take | refund.time
        how long do refunds usually take? | refund.time
        how many days does it take to get a refund | refund.time
        how long until a refund shows up on my card | refund.time
        what is the usual time frame for refunds | refund.time
        when are refunds typically processed | refund.time
        how quickly do you refund | refund.time
        how does my return stand | return.status
        what's the status of my return | return.status
        has my return been received | return.status
        did you get my return? | return.status
        I sent back the shoes last week, did you receive them? | return.status
        any news on my return | return.status
        check on my return please | return.status
        when will the courier pick up my return | return.status
        when is the pickup | return.status
        nobody came to pick it up, still waiting | return.status
        where is my return at | return.status
        return status | return.status
        cancel my return | return.undo
        please cancel the return I requested | return.undo
        I don't want to return it anymore | return.undo
        I decided to keep it | return.undo
        I'd like to undo my return | return.undo
        I changed my mind about the return, I'll keep it | return.undo
        I no longer want to return the lamp | return.undo
        stop the return please | return.undo
        withdraw my return request | return.undo
        what is your return policy | return.policy
        how many days do I have to return something | return.policy
        how long do I have to return an item | return.policy
        what's the return window | return.policy
        who pays for return shipping cost | return.policy
        is there a restocking fee | return.policy
        can I return an opened item? | return.policy
        can I return something I've worn | return.policy
        what are the conditions for returns | return.policy
        what's your refund policy | return.policy
        do you have free returns | return.policy
        can I return sale items | return.policy
        what is the deadline for returns | return.policy
        I want to exchange my shoes | exchange
        exchange please | exchange
        I'd like to swap this for a larger size | exchange
        can I exchange it for a different color | exchange
        I need a replacement | exchange
        please replace it with a new one | exchange
        exchagne for size 10 | exchange
        I would like to exchange the kettle for the glass one | exchange
        could you send me a replacement | exchange
        I'd like to exchange two items from my order | exchange
        can I get a bigger size instead | exchange
        not a refund, an exchange | exchange
        I don't want a refund, I want an exchange | exchange
        I want an exchange, not a refund | exchange
        rather than a refund I'd like an exchange | exchange
        I don't want to return it, I want to exchange it | exchange
        not a return, exchange | exchange
        not an exchange, a refund | refund
        instead of an exchange I want a refund | refund
        I don't need a replacement, just refund me | refund
        no exchange, I want a refund | refund
        not an exchange but a return | return
        cancel my order | cancel
        I want to cancel my order #W1234567 | cancel
        please cancel order W7613749 | cancel
        cancel the order because I ordered by mistake | cancel
        I ordered it by accident, can you cancel it | cancel
        I'd like to cancel a pending order | cancel
        can you cancel this order, no longer needed | cancel
        need to cancel my purchase | cancel
        cancle my order pls | cancel
        Could you cancel order #W5101035? I no longer need it. | cancel
        please stop my order before it ships | cancel
        don't ship my order | cancel
        change my address | order.change
        I need to change the shipping address on my order | order.change
        can you update my delivery address | order.change
        I moved, please send it to my new address | order.change
        I'd like to modify my order | order.change
        I want to modify the items in my pending order | order.change
        can I change the color of the shoes in my order | order.change
        please change the payment method | order.change
        change payment to my gift card | order.change
        I entered the wrong address | order.change
        change the kettle to the glass one in my pending order | order.change
        I want to change my order to a different size | order.change
        could you edit my order | order.change
        ship it to a different address please | order.change
        I'd like to pay with a different card | order.change
        where is my parcel | order.status
        where is my order | order.status
        where's my package? | order.status
        when will my order arrive | order.status
        track my order | order.status
        my package hasn't arrived | order.status
        I never received my order | order.status
        order status please | order.status
        has my order shipped? | order.status
        when is my delivery coming | order.status
        tracking number please | order.status
        still waiting for my delivery | order.status
        it says delivered but I didn't get it | order.status
        did my order ship yet | order.status
        what's the status of order #W3206099 | order.status
        my parcel is lost | order.status
        wheres my stuff | order.status
        how long until my package gets here | order.status
        my order still hasn't come | order.status
        can you check the status of my delivery? | order.status
        any update on my order | order.status
        I want to complain | complaint
        I'd like to make a complaint | complaint
        I have a complaint | complaint
        file a complaint | complaint
        this is unacceptable | complaint
        your service is terrible | complaint
        the delivery guy was rude | complaint
        I'm very disappointed with your service | complaint
        complain about the courier | complaint
        worst experience ever | complaint
        I'm going to sue you | complaint
        I will report you to consumer protection | complaint
        I want an apology | complaint
        I want to raise a formal complaint | complaint
        i wanna file a complant | complaint
        what happened to my complaint | complaint.status
        what's the status of my complaint | complaint.status
        any update on the complaint I filed | complaint.status
        I complained last week and haven't heard back | complaint.status
        has my complaint been processed | complaint.status
        when will I get an answer to my complaint | complaint.status
        talk to an agent | person
        agent | person
        I want to speak to a human | person
        human please | person
        get me a real person | person
        connect me with a representative | person
        can I talk to someone | person
        representative!! | person
        I need to speak with customer service | person
        let me talk to your manager | person
        operator | person
        I'd rather talk to a person | person
        transfer me to a live agent | person
        speak to a supervisor now | person
        is there a human I can chat with | person
        please call me | person
        agnet please | person
        I have a problem with my order | ? complaint order.status return
        there's an issue with my order | ? complaint order.status return
        something is wrong with my kettle | ? complaint return
        I have a question about my order | ? complaint order.status return
        my order is late | ? complaint order.status
        the shirt is too small | ? exchange return
        refund or exchange | ? exchange refund
        I'd like to return or exchange this | ? exchange return
        either a replacement or a refund please | ? exchange refund
        I'd like to return the kettle and cancel order W1234567 | return + cancel
        return the lamp and also change my address | return + order.change
        Cancel order #W1620235. Where is my other parcel? | cancel + order.status
        I want to exchange my shoes and return the backpack | exchange + return
        cancel my order, and then change the address on the other order | cancel + order.change
        I want to return the chair. How long does the refund take? | return + refund.time
        return the kettle and refund me | return
        cancel my order and give me a refund | cancel
        I'd like to file a complaint and talk to a manager | complaint + person
        what's the weather today | out_of_scope
        tell me a joke | out_of_scope
        who is the president | out_of_scope
        write me a poem | out_of_scope
        what is the capital of France | out_of_scope
        sing me a song | out_of_scope
        who won the world cup | out_of_scope
        do you love me | out_of_scope
        how's the stock market | out_of_scope
        recommend a movie | out_of_scope
        can you do my homework | out_of_scope
        what's the meaning of life | out_of_scope
        asdlkfj | -
        hello | -
        thanks | -
        yes | -
        qwerty uiop | -
        my name is Omar Anderson | -
        omar.anderson@example.com | -
        19031 | -
        I see | -
        interesting | -
        hmm | -
        the blue one | -
        yesterday | -
        """;
}
