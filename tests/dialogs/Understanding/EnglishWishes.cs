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
        these boots are too tight, how do I send them back? | return
        I'm not happy with the speaker and want to return it | return
        Please process a return for the Electric Kettle and Wall Clock | return
        I want to return everything in order #W5220869 | return
        the mug came in pieces | return
        I wanna send my tablet back | return
        just got my lamp and it's dented | return
        received the wrong color | return
        I want to get my money refunded | refund
        could I have my money back please | refund
        How do I go about getting a refund? | refund
        my refund still isn't in my account | refund.status
        where did my refund go | refund.status
        have you issued my refund | refund.status
        when can I expect my refund | refund.status
        how long will the refund take to reach my bank | refund.time
        how many business days for a refund | refund.time
        is my return being processed | return.status
        can you check if my return arrived at your warehouse | return.status
        What's happening with the return I sent back? | return.status
        actually I'd like to keep the item, please cancel the return | return.undo
        never mind the return, I want to keep it | return.undo
        Until when can I return things? | return.policy
        Is it possible to return shoes that were worn once? | return.policy
        do I have to pay for return shipping | return.policy
        Do you accept returns after 30 days? | return.policy
        I need the same shirt in a size L instead of M | exchange
        exchange my jacket for the red one | exchange
        Could I get a replacement for the broken one | exchange
        For #W6874763, exchange the fleece jacket for the same one | exchange
        I want to exchange the bookshelf and the kettle | exchange
        I placed an order by mistake and want to cancel | cancel
        please cancel #W2087737, ordered by mistake | cancel
        I want to cancel two orders | cancel
        Can you cancel my pending order because I no longer need it | cancel
        For #W3206099, I'd like to modify the gaming mouse | order.change
        change the shipping address for #W1092119 | order.change
        change the payment on order #W3657213 to my credit card | order.change
        I want to change my default address | order.change
        can I switch the color of the luggage set in my pending order | order.change
        I'd like to upgrade the tablet in my order to 128GB | order.change
        is my order on its way? | order.status
        why hasn't my order been delivered yet | order.status
        when should I expect delivery | order.status
        Can you give me the tracking number for my package? | order.status
        my delivery is 3 days late where is it | order.status
        I've been waiting two weeks for my package | order.status
        I want to lodge a complaint about your courier | complaint
        your driver left my package in the rain, I'm furious | complaint
        I am extremely dissatisfied and want to file a complaint | complaint
        What is happening with complaint C-10023? | complaint.status
        I submitted a complaint but nobody has responded | complaint.status
        just let me talk to a human being | person
        I need a human agent now | person
        this bot is useless, give me a person | person
        put me through to a representative please | person
        No I don't want to cancel, I want to change the address | order.change
        I'm not looking for a refund, just a replacement | exchange
        Return the tablet and cancel order #W4836353 | return + cancel
        what time is it in london | out_of_scope
        do you like pizza | out_of_scope
        are aliens real | out_of_scope
        lol | -
        hello i need to return a pair of shoes that dont fit | return
        hey the headphones i got are defective i want to send them back | return
        I'd like to initiate a return for my order #W4597054 coffee maker and smart watch | return
        how can i send an item back | return
        I regret buying this chair, can I return it | return
        i received a cracked plate | return
        can u refund me | refund
        I want a full refund to my original payment method | refund
        could you please issue a refund for the lamp | refund
        I haven't seen the refund on my card | refund.status
        it's been 10 days and no refund | refund.status
        is my refund on the way | refund.status
        when do refunds get processed normally | refund.time
        what's the processing time for refunds | refund.time
        has the return been approved | return.status
        did my return go through | return.status
        please cancel my return request, I'll keep the jacket | return.undo
        can you reverse the return | return.undo
        what's your policy on returns | return.policy
        up to how many days can i return | return.policy
        do returns cost anything | return.policy
        I'd like to swap my sneakers for another size | exchange
        want to exchange the office chair for a black one | exchange
        can you replace my defective mouse | exchange
        I need to exchange an item in order #W8073920 | exchange
        cancel #W1436802 please, no longer needed | cancel
        i want to cancel my recent order | cancel
        hi can you cancel an order for me | cancel
        how do i cancel an order | cancel
        i need my delivery address changed | order.change
        could you change the address on order W9810810 to my new apartment | order.change
        I want to modify two items in my order | order.change
        update the payment on my order | order.change
        whats taking my package so long | order.status
        my parcel never showed up | order.status
        any idea when my order will be here | order.status
        when's it coming | order.status
        it's been two weeks and I still don't have my order | order.status
        this is the worst service I've ever had | complaint
        i have a formal complaint to make | complaint
        did anyone look at my complaint yet | complaint.status
        follow up on complaint C-10023 | complaint.status
        real human please | person
        can i speak with someone from support | person
        i'd like to talk to a representative now | person
        agent agent agent | person
        don't cancel, just change the address | order.change
        I don't want my money back I want a new one | exchange
        I want to cancel one order and return items from another | cancel + return
        change the address on my order and tell me when it arrives | order.change + order.status
        exchange the lamp and refund the chair | exchange + refund
        how are you today | -
        what's your name | -
        thats fine | -
        great | -
        where are my shoes | order.status
        where's my stuff?? | order.status
        my package says delivered but its not here | order.status
        hasnt come yet | order.status
        the courier left it somewhere, cant find it | order.status
        parcel is stuck in busan for a week | order.status
        it was supposed to arrive on monday | order.status
        my kettle should have arrived by now | order.status
        has my parcel still not arrived | order.status
        I changed my mind about the earphones | return
        i have second thoughts about the lamp | return
        i dont want this anymore | return
        this thing is broken | return
        it came completely broken | return
        kettle dosnt work | ? complaint exchange return
        it really doesnt fit me | ? exchange return
        i recieved the wrong item | return
        it smells really bad, cant use it | return
        the box was empty!! | ? complaint return
        are used items returnable | return.policy
        can i return something i already opened | return.policy
        who pays for return shipping | return.policy
        refund me pls | refund
        i want my money back | refund
        when do i get my money | refund.status
        how much will i get back | refund.status
        how much of my money do i get back | refund.status
        my refund still hasnt arrived | refund.status
        what time will the courier come to pick it up | return.status
        nobody came to collect my return | return.status
        cancel my order plz | cancel
        can u change the delivery adress | order.change
        wrong colour, want to swap | exchange
        speak to a human | person
        complaint about your driver | complaint
        you lot are useless | complaint
        """;
}
